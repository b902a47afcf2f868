/**
 * The neural learners of Mirage (SC '23) for chains of jobs: a transformer, a mixture of such
 * experts, and a policy on top that is trained by REINFORCE. They look at a day of states of the
 * cluster, 144 of 42 numbers each. On PyTorch, by the Deep Java Library.
 */
package org.limpid.neural;
