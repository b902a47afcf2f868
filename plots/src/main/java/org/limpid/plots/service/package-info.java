/** Makes figures of runs and models. */
package org.limpid.plots.service;
