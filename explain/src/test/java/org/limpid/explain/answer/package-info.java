/** Tests of answers to why. */
package org.limpid.explain.answer;
