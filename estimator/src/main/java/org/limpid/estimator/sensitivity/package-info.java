/** What CPUs and memory bring a model of which a few speeds were measured. */
package org.limpid.estimator.sensitivity;
