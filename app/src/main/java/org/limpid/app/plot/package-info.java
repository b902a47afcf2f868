/** Makes figures of runs and models. */
package org.limpid.app.plot;
