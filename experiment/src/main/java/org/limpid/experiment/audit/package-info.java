/** What wrong estimates cost in a run, and which part of a model to look at. */
package org.limpid.experiment.audit;
