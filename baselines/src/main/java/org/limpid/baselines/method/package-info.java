/** What all methods of other libraries share: their parameters, their data and their models. */
package org.limpid.baselines.method;
