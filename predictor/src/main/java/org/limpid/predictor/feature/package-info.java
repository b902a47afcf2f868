/** What a model of the load knows before a slot begins. */
package org.limpid.predictor.feature;
