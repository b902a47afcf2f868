/** Tribuo: its XGBoost and CART behind our interfaces. */
package org.limpid.baselines.tribuo;
