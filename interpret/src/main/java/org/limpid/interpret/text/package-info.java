/** Plain text of numbers and tables, the same on every machine. */
package org.limpid.interpret.text;
