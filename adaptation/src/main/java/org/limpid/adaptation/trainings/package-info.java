/** Trainings that were recorded: what growing a network brought, by scenario and actions. */
package org.limpid.adaptation.trainings;
