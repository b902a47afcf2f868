/** Tables of means or medians by keys. */
package org.limpid.interpret.lookup;
