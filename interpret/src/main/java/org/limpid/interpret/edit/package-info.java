/**
 * Changes to explainable boosting machines by hand: removing, scaling and setting scores, monotone
 * shapes, purified pairs, merged models. Every change gives a new model whose provenance tells it.
 */
package org.limpid.interpret.edit;
