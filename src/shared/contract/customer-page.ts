/** The page that the customer's window shows: the one address that a page of ours may open a window on. */
export const CUSTOMER_PAGE = '/customer.html'
