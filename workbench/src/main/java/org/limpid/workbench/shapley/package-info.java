/** Exact Shapley values of glass-box models. */
package org.limpid.workbench.shapley;
