/** Linear and logistic models with standardised coefficients. */
package org.limpid.interpret.linear;
