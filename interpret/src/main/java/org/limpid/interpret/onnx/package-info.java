/** Models as ONNX, the exchange format of neural networks, which holds sums and tables as well. */
package org.limpid.interpret.onnx;
