package com.interspace.ticketing.service;

/** Tells the other services what happened; the word goes out if the transaction commits. */
public interface ServiceNews {

    void tell(Service service, ServiceEvent event);

    /** Also says by which words the others recognise the person whom they have to erase. */
    void tell(Service service, ServiceEvent event, ErasedContact erased);
}
