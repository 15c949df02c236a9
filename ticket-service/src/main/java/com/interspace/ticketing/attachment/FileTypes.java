package com.interspace.ticketing.attachment;

/** Tells what a file is by looking at it. */
public interface FileTypes {

    /**
     * @param beginning the first bytes of the file
     * @param fileName a hint where bytes alone do not tell
     * @return a media type without parameters; never one that the sender could have made up
     */
    String typeOf(byte[] beginning, String fileName);
}
