/** What each part of a policy is worth. */
package org.limpid.experiment.ablate;
