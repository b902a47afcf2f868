/**
 * The policy that says where to grow a network: its vocabulary of layers, its files of weights, and
 * its recurrent networks, forward and backward.
 */
package org.limpid.adaptation.policy;
