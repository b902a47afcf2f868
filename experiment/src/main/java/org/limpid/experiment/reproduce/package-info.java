/** The whole loop in one go: train, simulate all policies, compare. */
package org.limpid.experiment.reproduce;
