/** Networks with weights, and growth that keeps what they compute. */
package org.limpid.adaptation.growth;
