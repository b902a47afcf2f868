/**
 * Explainable boosting machines (GA2M): an intercept plus one table of scores per feature and for
 * some pairs of features.
 */
package org.limpid.interpret.ebm;
