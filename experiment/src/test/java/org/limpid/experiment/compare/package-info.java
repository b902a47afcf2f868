/** Tests of the comparison of learners. */
package org.limpid.experiment.compare;
