/** LightGBM behind our interfaces. */
package org.limpid.baselines.lightgbm;
