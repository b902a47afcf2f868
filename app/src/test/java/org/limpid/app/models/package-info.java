/** Trained models: on disk, and in simulations. */
package org.limpid.app.models;
