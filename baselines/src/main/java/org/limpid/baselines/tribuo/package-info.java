/** Tribuo: its XGBoost and CART behind our interfaces, and our boosting machine behind Tribuo's. */
package org.limpid.baselines.tribuo;
