/** The models that {@code limpid train} wrote, for figures of them. */
package org.limpid.plots.model;
