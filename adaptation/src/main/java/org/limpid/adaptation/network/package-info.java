/** Image networks as lists of layers, and the operation that makes them deeper. */
package org.limpid.adaptation.network;
