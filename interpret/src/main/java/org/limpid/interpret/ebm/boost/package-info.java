/**
 * Boosting of one bag: histograms of gradients over bins, choice of cuts, updates of scores, early
 * stopping. Works on bins and numbers only; names, files and models are its callers' business.
 */
package org.limpid.interpret.ebm.boost;
