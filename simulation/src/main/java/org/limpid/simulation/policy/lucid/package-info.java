/**
 * Lucid: a non-intrusive policy that profiles jobs and packs those that don't disturb each other.
 */
package org.limpid.simulation.policy.lucid;
