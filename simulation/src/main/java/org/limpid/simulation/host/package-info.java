/** CPUs and memory beside the GPUs: who wants how much of them, who has it, who gives way. */
package org.limpid.simulation.host;
