/** How long something lasts, where not every end was seen: hazards, survival curves, quantiles. */
package org.limpid.interpret.survival;
