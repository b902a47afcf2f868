/** What each part of Lucid is worth. */
package org.limpid.experiment.ablate;
