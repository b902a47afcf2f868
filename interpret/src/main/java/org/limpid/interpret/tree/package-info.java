/** Decision trees (CART) with cost-complexity pruning, and their text as rules. */
package org.limpid.interpret.tree;
