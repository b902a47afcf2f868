/**
 * A {@link org.limpid.plots.graphics.Canvas} that paints on PNG, SVG and PDF alike: each is a
 * {@link org.limpid.plots.graphics.Surface} with five operations. Text stays text where the format
 * has it.
 */
package org.limpid.plots.graphics;
