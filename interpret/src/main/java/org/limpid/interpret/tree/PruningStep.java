package org.limpid.interpret.tree;

/**
 * A step of minimal cost-complexity pruning.
 *
 * @param alpha the effective alpha of the branch that became a leaf: the increase of impurity per
 *     leaf that it cost; 0 for the tree before any pruning
 * @param impurity total impurity of the leaves after the step, weighted by their share of the
 *     training weight
 * @param leafCount how many leaves were left
 */
public record PruningStep(double alpha, double impurity, int leafCount) {}
