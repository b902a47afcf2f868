/** Figures of survival models: how long something lasts. */
package org.limpid.plots.survival;
