/** The page of the customer's window: the only address that our pages may open a window on. */
export const CUSTOMER_PAGE = '/customer.html'
