/** Tests of figures of trees. */
package org.limpid.plots.tree;
