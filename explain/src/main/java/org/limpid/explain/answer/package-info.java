/** Why a scheduler did what it did: answers about jobs, virtual clusters, users and policies. */
package org.limpid.explain.answer;
