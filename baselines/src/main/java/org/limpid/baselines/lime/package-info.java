/** LIME: explains one prediction of any model by a line that fits it nearby. */
package org.limpid.baselines.lime;
