package com.interspace.escalation.document;

/** Prints a document once; the bytes are then kept, and never printed again. */
public interface Press {

    Print print(OfficialDocument document);

    /**
     * @param pdf PDF/A-2b that names the SHA-256 of {@code json}
     * @param json the same facts for machines
     */
    record Print(byte[] pdf, byte[] json) {}
}
