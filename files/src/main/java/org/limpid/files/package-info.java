/**
 * Files as every part of Limpid treats them: opened with a check of their bytes, written in full or
 * not at all, and blamed with name, line and value when something in them is wrong.
 */
package org.limpid.files;
