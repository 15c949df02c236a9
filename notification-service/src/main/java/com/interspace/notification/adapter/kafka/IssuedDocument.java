package com.interspace.notification.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** An issued document, on the wire. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IssuedDocument(String number, String pdfSha256) {}
