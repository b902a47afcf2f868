/** Tests of the tables of the paper. */
package org.limpid.plots.paper;
