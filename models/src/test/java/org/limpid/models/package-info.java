/** Trained models: on disk, and in simulations. */
package org.limpid.models;
