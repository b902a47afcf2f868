/** How good models are: metrics, splits of the data, cross-validation, learning curves. */
package org.limpid.interpret.evaluate;
