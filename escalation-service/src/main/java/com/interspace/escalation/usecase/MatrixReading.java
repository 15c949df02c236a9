package com.interspace.escalation.usecase;

import com.interspace.escalation.document.IssuedDocument;
import com.interspace.escalation.matrix.Matrix;

/** A version of a service's matrix and the document that was issued for it. */
public record MatrixReading(Matrix matrix, IssuedDocument document) {}
