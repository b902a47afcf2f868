/** Looks for what can't be right in the files that policies learn from. */
package org.limpid.adaptation.check;
