/** Charts of XChart from runs and models, in the colours of Limpid's own figures. */
package org.limpid.workbench.chart;
