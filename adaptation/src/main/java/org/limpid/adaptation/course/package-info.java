/** Whole courses of learning: several policies, stage by stage, that survive a stop. */
package org.limpid.adaptation.course;
