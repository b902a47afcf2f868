/**
 * The typeface of all figures: its metrics and outlines, read from this jar by FontBox. Nothing
 * here asks the machine for fonts, so that figures look the same everywhere, also where there are
 * none.
 */
package org.limpid.plots.font;
