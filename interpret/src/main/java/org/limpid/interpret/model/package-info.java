/** What all models have in common: trainers, tasks, features, rows, predictions, provenance. */
package org.limpid.interpret.model;
