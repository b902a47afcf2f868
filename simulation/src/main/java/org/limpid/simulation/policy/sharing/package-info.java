/** What policies that let jobs share GPUs know and choose in common. */
package org.limpid.simulation.policy.sharing;
